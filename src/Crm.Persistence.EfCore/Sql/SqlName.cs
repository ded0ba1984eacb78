using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Crm.Persistence.EfCore.Sql;

/// <summary>Names of tables and sequences as statements of our own write them: quoted, in the schema of the model.</summary>
internal static class SqlName
{
    public static string Of(DbContext context, string name, string? schema) =>
        context.GetService<ISqlGenerationHelper>().DelimitIdentifier(name, schema);

    public static string OfTable(DbContext context, Type entity)
    {
        var type = context.Model.FindEntityType(entity) ?? throw new InvalidOperationException($"{entity.Name} is not mapped.");
        return Of(context, type.GetTableName()!, type.GetSchema());
    }
}
