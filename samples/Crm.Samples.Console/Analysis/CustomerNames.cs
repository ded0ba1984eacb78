using Crm.Domain.Customers;
using Crm.Samples.Console.CommandLine;

namespace Crm.Samples.Console.Analysis;

/// <summary>The names of the few customers that a page for people lists: of a database the customers' own, of a file its keys.</summary>
internal static class CustomerNames
{
    /// <param name="always">Whether a page for people is made even where the answer is JSON.</param>
    public static async Task<IReadOnlyDictionary<string, string>> ReadAsync(
        Run run, AnalysisRequest request, IEnumerable<string> keys, CancellationToken cancellationToken, bool always = false)
    {
        var names = keys.ToDictionary(k => k, k => k, StringComparer.Ordinal);
        if (request.Files.Length > 0 || (run.Output.AsJson && !always))
        {
            return names;
        }

        await run.WithCrmAsync(
            async session =>
            {
                foreach (var key in names.Keys)
                {
                    names[key] = (await session.Customers.FindAsync(CustomerId.Parse(key, null), cancellationToken))?.DisplayName ?? key;
                }
            },
            cancellationToken);
        return names;
    }
}
