using System.Data.Common;
using System.Globalization;
using Crm.Persistence.EfCore.Encryption;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Crm.Persistence.EfCore.Sql;

/// <summary>Reads and writes rows of one table as they are stored, in the open transaction. Names come from the model, values are parameters.</summary>
internal sealed class TableRows
{
    public const string Version = "Version";

    private const int IdsOfOneQuery = 400;

    private readonly DbContext _context;
    private readonly Dictionary<string, IColumn> _columns;
    private readonly string? _tenant;

    public TableRows(DbContext context, ITable table)
    {
        _context = context;
        Table = table;
        Sql = SqlName.Of(context, table.Name, table.Schema);
        _columns = table.Columns.ToDictionary(c => c.Name, StringComparer.Ordinal);
        Key = [.. (table.PrimaryKey ?? throw new InvalidOperationException($"{table.Name} has no primary key, and cannot take part in merges.")).Columns.Select(c => c.Name)];
        _tenant = _columns.ContainsKey(CrmAnnotations.TenantId) && context.Model.FindAnnotation(CrmAnnotations.Tenanted)?.Value is true
            ? (context as ICrmDbContext)?.CrmTenantId ?? string.Empty
            : null;
    }

    public ITable Table { get; }

    /// <summary>The name as SQL writes it.</summary>
    public string Sql { get; }

    /// <summary>Columns of the primary key.</summary>
    public IReadOnlyList<string> Key { get; }

    public bool IsVersioned => _columns.ContainsKey(Version);

    public RowImage KeyOf(RowImage row) => row.Only(Key);

    /// <summary>Whether two stored values of a column stand for the same; encrypted ones never look the same.</summary>
    public bool AreEqual(string column, object? left, object? right) =>
        RowImage.AreEqual(left, right)
        || (left is string one && right is string other && CipherOf(column) is { } cipher && string.Equals(cipher.Decrypt(one), cipher.Decrypt(other), StringComparison.Ordinal));

    /// <summary>A row with what is encrypted in it decrypted.</summary>
    public RowImage Decrypted(RowImage row) => row.Values
        .Where(v => v.Value is string && CipherOf(v.Key) is not null)
        .Aggregate(row, (image, v) => image.With(v.Key, CipherOf(v.Key)!.Decrypt((string)v.Value!)));

    /// <summary>A value as a column stores it, encrypted where it is.</summary>
    public object? Encrypted(string column, object? value) => value is string text && CipherOf(column) is { } cipher ? cipher.Encrypt(text) : value;

    /// <summary>The rows for which all columns have these values.</summary>
    public Task<List<RowImage>> SelectAsync(IReadOnlyDictionary<string, object?> where, CancellationToken cancellationToken) =>
        QueryAsync(c => $"select t.* from {Sql} as t where {Conditions(c, where, "t.")}", cancellationToken);

    /// <summary>The rows in which a column holds one of many ids.</summary>
    public async Task<List<RowImage>> AmongAsync(string column, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var found = new List<RowImage>();
        foreach (var chunk in ids.Chunk(IdsOfOneQuery))
        {
            found.AddRange(await QueryAsync(
                c => $"select t.* from {Sql} as t where {Tenant(c, "t.")}t.{Quoted(column)} in ({string.Join(", ", chunk.Select(id => Parameter(c, column, Stored(column, id))))})",
                cancellationToken).ConfigureAwait(false));
        }

        return found;
    }

    public async Task<List<RowImage>> QueryAsync(Func<DbCommand, string> sql, CancellationToken cancellationToken)
    {
        using var command = Command();
        command.CommandText = sql(command);
        var rows = new List<RowImage>();
        var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                rows.Add(new RowImage(Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, i => reader.IsDBNull(i) ? null : reader.GetValue(i), StringComparer.Ordinal)));
            }
        }

        return rows;
    }

    public async Task<int> ExecuteAsync(Func<DbCommand, string> sql, CancellationToken cancellationToken)
    {
        using var command = Command();
        command.CommandText = sql(command);
        return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    public Task<int> InsertAsync(RowImage row, CancellationToken cancellationToken) => ExecuteAsync(
        c => $"insert into {Sql} ({string.Join(", ", row.Values.Keys.Select(Quoted))}) values ({string.Join(", ", row.Values.Select(v => Parameter(c, v.Key, v.Value)))})",
        cancellationToken);

    public Task<int> DeleteAsync(RowImage key, CancellationToken cancellationToken) =>
        ExecuteAsync(c => $"delete from {Sql} where {Conditions(c, key.Values)}", cancellationToken);

    public Task<int> UpdateAsync(RowImage key, IReadOnlyDictionary<string, object?> values, CancellationToken cancellationToken) => ExecuteAsync(
        c => $"update {Sql} set {string.Join(", ", values.Select(v => $"{Quoted(v.Key)} = {Parameter(c, v.Key, v.Value)}"))}{Bump()} where {Conditions(c, key.Values)}",
        cancellationToken);

    /// <summary>"and" of "column = value"; with tenants, the tenant's rows only.</summary>
    public string Conditions(DbCommand command, IReadOnlyDictionary<string, object?> where, string prefix = "")
    {
        var conditions = where.Select(v => $"{prefix}{Quoted(v.Key)} = {Parameter(command, v.Key, v.Value)}");
        return string.Join(" and ", _tenant is null || where.ContainsKey(CrmAnnotations.TenantId)
            ? conditions
            : conditions.Append($"{prefix}{Quoted(CrmAnnotations.TenantId)} = {Parameter(command, CrmAnnotations.TenantId, _tenant)}"));
    }

    /// <summary>With tenants, the beginning of a condition that keeps to the tenant's rows.</summary>
    public string Tenant(DbCommand command, string prefix = "") =>
        _tenant is null ? string.Empty : $"{prefix}{Quoted(CrmAnnotations.TenantId)} = {Parameter(command, CrmAnnotations.TenantId, _tenant)} and ";

    /// <summary>Adds a parameter of a column's type and returns its name. Numbers tell the parameters of a command apart.</summary>
    public string Parameter(DbCommand command, string column, object? stored)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"@p{command.Parameters.Count}");
        var parameter = _columns[column].PropertyMappings[0].TypeMapping.CreateParameter(command, name, null, true);
        parameter.Value = stored ?? DBNull.Value;
        command.Parameters.Add(parameter);
        return name;
    }

    /// <summary>Raises the version with the same statement, so that copies tracked before conflict.</summary>
    public string Bump() => IsVersioned ? $", {Quoted(Version)} = {Quoted(Version)} + 1" : string.Empty;

    public string Quoted(string column) => SqlName.Of(_context, column, null);

    /// <summary>An id as the column stores it.</summary>
    public object Stored(string column, Guid id)
    {
        // SQLite keeps ids as text, in the form that EF writes them.
        var mapping = _columns[column].PropertyMappings[0].TypeMapping;
        return CrmDatabases.Of(_context) == CrmDatabase.Sqlite && mapping.StoreType.Equals("TEXT", StringComparison.OrdinalIgnoreCase)
            ? id.ToString().ToUpperInvariant()
            : id;
    }

    private PersonalDataCipher? CipherOf(string column) => _columns.TryGetValue(column, out var known)
        ? known.PropertyMappings.Select(m => EncryptedColumns.CipherOf(m.Property)).FirstOrDefault(c => c is not null)
        : null;

    private DbCommand Command()
    {
        var command = _context.Database.GetDbConnection().CreateCommand();
        command.Transaction = _context.Database.CurrentTransaction?.GetDbTransaction();
        return command;
    }
}
