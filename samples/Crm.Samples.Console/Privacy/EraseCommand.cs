using System.CommandLine;
using Crm.Domain.Customers;
using Crm.Domain.Privacy;
using Crm.Persistence.EfCore;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Customers;
using Crm.Samples.Console.Hosting;
using Crm.Samples.Console.Output;

namespace Crm.Samples.Console.Privacy;

/// <summary><c>crm customer erase</c>.</summary>
internal static class EraseCommand
{
    public static Command Create()
    {
        var key = new Argument<string>("KEY") { Description = CustomerLookup.Keys };
        var dry = new Option<bool>("--dry-run") { Description = "Say what would be done, and change nothing." };
        var purge = new Option<bool>("--purge") { Description = "Rebuild a SQLite file afterwards, so that nothing is left in its bytes." };
        return new Command("erase", "Erase everything that names, reaches or describes a person; orders stay.").With(key, dry, purge).Does((run, token) =>
        {
            if (!run.Get(dry))
            {
                SuppressionKey.Ensure(run.Database);
            }

            return run.WithCrmAsync(
                async session =>
                {
                    // An id stands for itself, so that one that was merged is refused.
                    var text = run.Get(key);
                    var id = CustomerId.TryParse(text, null, out var named) ? named : (await session.CustomerAsync(text, token)).Id;
                    var office = session.Get<PrivacyOffice>();
                    var plan = await (run.Get(dry) ? office.PlanErasureAsync(id, token) : office.EraseAsync(id, token)).OrFail();
                    var purged = run.Get(purge) && !run.Get(dry) && await session.Get<CrmDbContext>().Database.PurgeCrmAsync(token);
                    run.Output.Write(
                        new { Customer = plan.CustomerId, plan.ErasedAt, plan.SuppressedAddresses, Purged = purged, plan.Rows },
                        report => report
                            .Fields(("Customer", plan.CustomerId), ("Erased", plan.ErasedAt?.ToString() ?? "not yet: a dry run"), ("Addresses never used again", plan.SuppressedAddresses), ("File purged", purged ? "yes" : null))
                            .Table(["Table", "Removed", "Emptied", "Redacted", "Kept"], plan.Rows.Select(r => new object?[] { r.Table, r.Removed, r.Emptied, r.Redacted, r.Kept })));
                },
                token);
        });
    }
}
