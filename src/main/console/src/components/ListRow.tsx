import classes from './ListRow.module.css';

/** A row of a list as the customer's phone shows it, in WhatsApp's own colours; the server has cut it. */
export function ListRow({ title, description }: { title: string; description?: string | null }) {
  return (
    <div className={classes.phone}>
      <div className={classes.row}>
        <div className={classes.words} dir="auto">
          <div className={classes.title}>{title}</div>
          {description && <div className={classes.description}>{description}</div>}
        </div>
        <span className={classes.radio} aria-hidden />
      </div>
    </div>
  );
}
