using System.Data.Common;
using System.Globalization;
using Crm.Domain.Primitives;
using Crm.Persistence.EfCore.Customers;
using Crm.Persistence.EfCore.Model;
using Crm.Persistence.EfCore.Querying;
using Crm.Persistence.EfCore.Sql;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Crm.Persistence.EfCore.Encryption;

/// <summary>
/// Brings what is stored under the current data key: after <see cref="PersonalDataKeys.Use"/>, and after encryption was switched on for
/// a database that held plain text. Runs beside the application. Scoped service; works for the tenant of its scope.
/// </summary>
public sealed class PersonalDataEncryption
{
    private readonly CrmDb _db;
    private readonly ICrmUnitOfWork _unitOfWork;

    internal PersonalDataEncryption(CrmDb db, ICrmUnitOfWork unitOfWork) => (_db, _unitOfWork) = (db, unitOfWork);

    /// <summary>
    /// Encrypts anew every value that is not under the current key, batch by batch, each in its own transaction. A row that somebody
    /// changes meanwhile is left to its writer, who writes under the current key anyway. Ended early, it goes on where rows are left.
    /// </summary>
    /// <param name="batchSize">Rows of a transaction.</param>
    /// <param name="cancellationToken">Ends the work after the batch at hand.</param>
    /// <returns>How many rows were written.</returns>
    /// <exception cref="InvalidOperationException">The context does not encrypt personal data.</exception>
    /// <exception cref="System.Security.Cryptography.CryptographicException">A stored value was encrypted with an unknown key, or is damaged.</exception>
    public async Task<long> ReencryptAsync(int batchSize = 500, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(batchSize);
        if (EncryptedColumns.KeysOf(_db.Context.Model) is null)
        {
            throw new InvalidOperationException("This context does not encrypt personal data: call EncryptPersonalData in ApplyCrm.");
        }

        long written = 0;
        foreach (var table in Tables(_db.Context))
        {
            RowImage? last = null;
            do
            {
                var after = last;
                var batch = await _unitOfWork.InTransactionAsync(
                    token => ReencryptBatchAsync(table, after, batchSize, token), cancellationToken).ConfigureAwait(false);
                written += batch.Value.Written;
                last = batch.Value.Last;
            }
            while (last is not null);
        }

        return written;
    }

    private static IEnumerable<(ITable Table, bool IsMergeJournal)> Tables(DbContext context)
    {
        var prefix = (string)context.Model.FindAnnotation(CrmAnnotations.Prefix)!.Value!;
        return context.Model.GetRelationalModel().Tables
            .Select(t => (t, t.Name == prefix + CustomerMergeRowConfiguration.Table))
            .Where(t => t.Item2 || t.t.Columns.Any(c => CipherOf(c) is not null));
    }

    private static PersonalDataCipher? CipherOf(IColumn column) =>
        column.PropertyMappings.Select(m => EncryptedColumns.CipherOf(m.Property)).FirstOrDefault(c => c is not null);

    private async Task<CrmResult<Batch>> ReencryptBatchAsync((ITable Table, bool IsMergeJournal) of, RowImage? after, int size, CancellationToken cancellationToken)
    {
        var rows = new TableRows(_db.Context, of.Table);
        var columns = of.IsMergeJournal
            ? of.Table.Columns.Where(c => c.Name is nameof(CustomerMergeRow.Before) or nameof(CustomerMergeRow.After)).ToDictionary(c => c.Name, _ => (PersonalDataCipher?)null, StringComparer.Ordinal)
            : of.Table.Columns.Select(c => (c.Name, Cipher: CipherOf(c))).Where(c => c.Cipher is not null).ToDictionary(c => c.Name, c => c.Cipher, StringComparer.Ordinal);
        var page = await rows.QueryAsync(c => Page(c, rows, columns, of.IsMergeJournal, after, size), cancellationToken).ConfigureAwait(false);
        var written = 0;
        foreach (var row in page)
        {
            var anew = new Dictionary<string, object?>(StringComparer.Ordinal);
            foreach (var (column, cipher) in columns)
            {
                if (row[column] is string stored && (cipher is null ? Journal(row, stored) : Anew(cipher, stored)) is var text && text != stored)
                {
                    anew.Add(column, text);
                }
            }

            if (anew.Count > 0)
            {
                written += await rows.ExecuteAsync(
                    c => $"update {rows.Sql} set {string.Join(", ", anew.Select(v => $"{rows.Quoted(v.Key)} = {rows.Parameter(c, v.Key, v.Value)}"))} "
                        + $"where {rows.Conditions(c, rows.KeyOf(row).Values)} and {string.Join(" and ", anew.Keys.Select(v => $"{rows.Quoted(v)} = {rows.Parameter(c, v, row[v])}"))}",
                    cancellationToken).ConfigureAwait(false);
            }
        }

        return new Batch(written, page.Count < size ? null : rows.KeyOf(page[^1]));
    }

    private static string Page(
        DbCommand command, TableRows rows, Dictionary<string, PersonalDataCipher?> columns, bool isMergeJournal, RowImage? after, int size)
    {
        // Ids of keys hold no wildcard. A journal holds values of many columns, each of which tells by itself.
        var wanted = columns.Select(c => isMergeJournal
            ? $"{rows.Quoted(c.Key)} like '%crm1$%'"
            : $"({rows.Quoted(c.Key)} is not null and {rows.Quoted(c.Key)} not like '{c.Value!.Beginning}%')");
        var key = string.Join(", ", rows.Key.Select(rows.Quoted));
        var beyond = after is null ? string.Empty : $" and ({key}) > ({string.Join(", ", rows.Key.Select(k => rows.Parameter(command, k, after[k])))})";
        return string.Create(
            CultureInfo.InvariantCulture, $"select * from {rows.Sql} where {rows.Tenant(command)}({string.Join(" or ", wanted)}){beyond} order by {key} limit {size}");
    }

    private static string Anew(PersonalDataCipher cipher, string stored) =>
        stored.StartsWith(cipher.Beginning, StringComparison.Ordinal) ? stored : cipher.Encrypt(cipher.Decrypt(stored));

    // Undoing a merge writes values back as they were stored, so the record of it must not need old keys either.
    private string Journal(RowImage row, string json)
    {
        if (_db.Context.Model.GetRelationalModel().Tables.FirstOrDefault(t => t.Name == (string)row[nameof(CustomerMergeRow.Table)]!) is not { } table)
        {
            return json;
        }

        var image = RowImage.FromJson(json);
        foreach (var (column, value) in image.Values)
        {
            if (value is string stored && table.FindColumn(column) is { } known && CipherOf(known) is { } cipher && cipher.IsOutdated(stored))
            {
                image = image.With(column, cipher.Encrypt(cipher.Decrypt(stored)));
            }
        }

        return image.ToJson();
    }

    private sealed record Batch(int Written, RowImage? Last);
}
