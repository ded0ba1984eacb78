using System.CommandLine;
using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Knowledge;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Customers;
using Crm.Samples.Console.Hosting;

namespace Crm.Samples.Console.Knowledge;

/// <summary>Who reads at the terminal: a guest by a key, a customer as if signed in, or the agent.</summary>
internal sealed class KnowledgeReaderOptions
{
    private readonly Option<string?> _guest = new("--guest") { Description = "Read as a guest whom this key names, as a cookie would. Only its keyed hash is kept." };
    private readonly Option<string?> _customer = new("--customer") { Description = $"Read as this customer, signed in. {CustomerLookup.Keys}" };

    public IEnumerable<Symbol> All => [_guest, _customer];

    public string? GuestKey(Run run) => run.Get(_guest);

    /// <summary>Does one unit of work as the reader.</summary>
    public async Task AsReaderAsync(Run run, Func<CrmSession, Task> work, CancellationToken cancellationToken)
    {
        if (run.Get(_guest) is not null && run.Get(_customer) is not null)
        {
            throw CommandFailure.Usage("--guest, --customer: one reader is expected.");
        }

        // The secret under which readers are hashed is derived from the one key that there is to keep.
        SuppressionKey.Ensure(run.Database);
        var actor = run.Get(_guest) is not null ? Actor.Guest : Terminal.Agent;
        if (run.Get(_customer) is { } key)
        {
            await run.WithCrmAsync(async session => actor = Portal(await session.CustomerAsync(key, cancellationToken)), cancellationToken);
        }

        await run.WithCrmAsync(actor, work, cancellationToken);
    }

    public static KnowledgeItemId Article(string text, CrmSession session) =>
        KnowledgeItemId.TryParse(text, null, out var id) ? id : throw CommandFailure.Refused([session.Errors.KnowledgeItemNotFound(text)]);

    private static Actor Portal(Customer customer) => Actor.PortalCustomer($"crm-console-{customer.Id}", [customer.ToSubject()], customer.DisplayName);
}
