using System.Data.Common;
using System.Globalization;
using Crm.Domain.Primitives;
using Crm.Persistence.EfCore.Sql;

namespace Crm.Persistence.EfCore.Customers;

/// <summary>One column that points at customers and moves with them.</summary>
/// <param name="Rows">Its table.</param>
/// <param name="Column">The column.</param>
/// <param name="KindColumn">The column that says which kind of record is pointed at; null where it is always a customer.</param>
/// <param name="UniqueWith">The other columns of each key and unique index that the column belongs to.</param>
/// <param name="IsOfCustomers">Whether the rows are customers themselves.</param>
/// <param name="Root">The aggregate that the rows are parts of, and the column that holds its id; null where there is none.</param>
internal sealed record MovingReference(
    TableRows Rows, string Column, string? KindColumn, IReadOnlyList<IReadOnlyList<string>> UniqueWith, bool IsOfCustomers, (TableRows Rows, string Column)? Root)
{
    /// <summary>The rows that point at a customer; the survivor's own row never points at itself.</summary>
    public string Pointing(DbCommand command, Guid id, Guid? except, string prefix = "")
    {
        var where = new Dictionary<string, object?>(StringComparer.Ordinal) { [Column] = Rows.Stored(Column, id) };
        if (KindColumn is not null)
        {
            where[KindColumn] = SubjectKinds.Customer;
        }

        var conditions = Rows.Conditions(command, where, prefix);
        return except is { } survivor && IsOfCustomers
            ? $"{conditions} and {prefix}{Rows.Quoted("Id")} <> {Rows.Parameter(command, "Id", Rows.Stored("Id", survivor))}"
            : conditions;
    }

    /// <summary>The rows of the absorbed customer that the survivor has already, as a key or a unique index says.</summary>
    public string Doubled(DbCommand command, Guid survivor, Guid absorbed)
    {
        var doubled = UniqueWith.Select(columns => string.Create(
            CultureInfo.InvariantCulture,
            $"exists (select 1 from {Rows.Sql} as s where {string.Join(" and ", columns.Select(c => $"s.{Rows.Quoted(c)} = t.{Rows.Quoted(c)}").Prepend($"s.{Rows.Quoted(Column)} = {Rows.Parameter(command, Column, Rows.Stored(Column, survivor))}"))})"));
        return $"{Pointing(command, absorbed, survivor, "t.")} and ({string.Join(" or ", doubled)})";
    }
}
