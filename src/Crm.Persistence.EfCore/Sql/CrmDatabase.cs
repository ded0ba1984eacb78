namespace Crm.Persistence.EfCore.Sql;

/// <summary>The kinds of database that differ for us.</summary>
internal enum CrmDatabase
{
    /// <summary>Any other relational database: the portable way, said to be untested.</summary>
    Other,

    /// <summary>SQLite.</summary>
    Sqlite,

    /// <summary>PostgreSQL, and distributed engines that speak it.</summary>
    PostgreSql,
}
