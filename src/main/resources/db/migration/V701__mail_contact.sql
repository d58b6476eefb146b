-- Where somebody gets mail (id.tuntas.access). No row = no mail. daily = also the one of each working day, which he may switch off.
create table mail_contact (
    user_id  varchar(64)  not null primary key,
    address  varchar(254) not null,
    daily    boolean      not null,
    language varchar(2)   not null
);
