using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Sql;

/// <summary>Recognises databases by the name of their EF Core provider, so that no provider package is referenced.</summary>
internal static class CrmDatabases
{
    public static CrmDatabase Of(DbContext context) => context.Database.ProviderName switch
    {
        "Microsoft.EntityFrameworkCore.Sqlite" => CrmDatabase.Sqlite,
        "Npgsql.EntityFrameworkCore.PostgreSQL" => CrmDatabase.PostgreSql,
        _ => CrmDatabase.Other,
    };
}
