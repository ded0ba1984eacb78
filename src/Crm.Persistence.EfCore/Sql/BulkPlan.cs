using System.Collections.Concurrent;
using System.Globalization;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Crm.Persistence.EfCore.Sql;

/// <summary>The columns of one table, how to read them from an entity, and the statements; made once per model.</summary>
internal sealed class BulkPlan
{
    private static readonly ConcurrentDictionary<IEntityType, BulkPlan> s_plans = new();

    private BulkPlan(DbContext context, IEntityType entity)
    {
        Entity = entity;
        var table = StoreObjectIdentifier.Table(entity.GetTableName()!, entity.GetSchema());
        var root = entity.FindAnnotation(CrmAnnotations.RootKey)?.Value as string;
        // A shadow column is the host's and keeps its default, but for those that a row is given: its root's id, or what was derived from it.
        var given = root ?? entity.GetProperties().FirstOrDefault(p => p.IsShadowProperty() && p.FindAnnotation(CrmAnnotations.Derived) is not null)?.Name;
        var discriminator = entity.FindDiscriminatorProperty();

        // Of an array that begins with no moment, nobody could tell that the others are in universal time.
        var types = CrmDatabases.Of(context) == CrmDatabase.PostgreSql ? context.GetService<IRelationalTypeMappingSource>() : null;
        Func<IProperty, RelationalTypeMapping?>? arrays = types is null ? null
            : p => p.GetRelationalTypeMapping() is { Converter.ProviderClrType: var stored } mapping && stored == typeof(DateTime) ? types.FindMapping(typeof(DateTime?[]), mapping.StoreType + "[]") : null;
        Columns =
        [
            .. entity.GetProperties().Where(p => !p.IsShadowProperty() || p.Name == given || p == discriminator || p.Name == CrmAnnotations.TenantId).Select((p, i) =>
                string.Create(CultureInfo.InvariantCulture, $"p{i}") is var parameter && p == discriminator
                    ? BulkColumn.Constant(p, entity.GetDiscriminatorValue(), p.GetColumnName(table)!, parameter)
                    : BulkColumn.Of(p, null, p.GetColumnName(table)!, parameter, p.Name == given, arrays)),
            .. entity.GetComplexProperties().SelectMany((c, i) => c.ComplexType.GetProperties().Select((p, j) =>
                BulkColumn.Of(p, c, p.GetColumnName(table)!, string.Create(CultureInfo.InvariantCulture, $"c{i}_{j}"), isGiven: false, arrays))),
        ];
        var names = string.Join(", ", Columns.Select(c => $"\"{c.Name}\""));
        var parameters = string.Join(", ", Columns.Select(c => $"@{c.Parameter}"));
        var into = SqlName.Of(context, table.Name, table.Schema);
        InsertOne = $"insert into {into} ({names}) values ({parameters})";
        InsertArrays = $"insert into {into} ({names}) select * from unnest({parameters})";
    }

    public IEntityType Entity { get; }

    public BulkColumn[] Columns { get; }

    public string InsertOne { get; }

    public string InsertArrays { get; }

    public static BulkPlan For(DbContext context, Type type) =>
        s_plans.GetOrAdd(context.Model.FindEntityType(type) ?? throw new InvalidOperationException($"{type.Name} is not mapped."), e => new BulkPlan(context, e));
}
