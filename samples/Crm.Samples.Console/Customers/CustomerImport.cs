using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Samples.Console.Hosting;

namespace Crm.Samples.Console.Customers;

/// <summary>
/// Registers customers of another system in batches, each saved as a whole; a customer whose identity there is known already is
/// skipped, so that a repeated or resumed import changes nothing.
/// </summary>
internal sealed class CustomerImport(CrmHost host, Actor actor, string system)
{
    private const int BatchSize = 500;

    public async Task<CustomerImportResult> RunAsync(
        IReadOnlyList<CustomerRow> rows, bool isRehearsal, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var result = new CustomerImportResult { Read = rows.Count };
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var done = 0;
        foreach (var batch in rows.Chunk(BatchSize))
        {
            await using var session = host.Begin(actor);
            var known = await session.Get<ICustomerQueries>().FindByReferencesAsync(system, [.. batch.Select(r => r.Id)], cancellationToken);
            foreach (var row in batch)
            {
                result = row.Rejection is { } rejection ? result.With(rejection)
                    : known.ContainsKey(row.Id) || !seen.Add(row.Id) ? result with { Skipped = result.Skipped + 1 }
                    : await RegisterAsync(session, row, result, cancellationToken);
            }

            if (!isRehearsal)
            {
                await session.SaveAsync(cancellationToken);
            }

            progress.Report((double)(done += batch.Length) / rows.Count);
        }

        return result;
    }

    private static async Task<CustomerImportResult> RegisterAsync(CrmSession session, CustomerRow row, CustomerImportResult result, CancellationToken cancellationToken)
    {
        var registered = await session.Customers.RegisterAsync(row.Customer!, cancellationToken);
        return registered.Succeeded
            ? result with { Created = result.Created + 1 }
            : result.With(new Rejection(row.Row, registered.Errors[0].Target, registered.Errors[0].Code, registered.Errors[0].Message));
    }
}
