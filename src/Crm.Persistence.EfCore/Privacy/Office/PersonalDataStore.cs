using Crm.Domain.Customers;
using Crm.Domain.Privacy;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Privacy;

internal sealed class PersonalDataStore(CrmDb db) : IPersonalDataStore
{
    public async Task<IReadOnlyList<ExportedTable>> ExportAsync(CustomerId id, CancellationToken cancellationToken)
    {
        var context = db.Context;
        await context.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return [.. (await PersonalRows.ReadAsync(context, id, cancellationToken).ConfigureAwait(false)).Tables.Select(Exported)];
        }
        finally
        {
            await context.Database.CloseConnectionAsync().ConfigureAwait(false);
        }
    }

    private ExportedTable Exported(PersonalTable table)
    {
        var columns = table.Rows.Table.Columns.Where(c => c.PropertyMappings.Count > 0).ToList();
        var prefix = db.Name(string.Empty);
        return new ExportedTable(
            table.Name.StartsWith(prefix, StringComparison.Ordinal) ? table.Name[prefix.Length..] : table.Name,
            columns.ConvertAll(c => new ExportedColumn(c.Name, c.PropertyMappings.Select(m => PersonalData.KindOf(m.Property)).FirstOrDefault(k => k is not null))),
            [.. table.Images.Select(i => (IReadOnlyList<string?>)columns.ConvertAll(c => StoredValue.TextOf(c, i[c.Name])))]);
    }
}
