-- Numbers for running nodes. A node holds an advisory lock on its number for as long as it lives.
create sequence node_number;
