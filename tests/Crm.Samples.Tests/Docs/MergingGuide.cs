using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Persistence.EfCore;
using Microsoft.EntityFrameworkCore;

namespace Crm.Samples.Tests.Docs;

/// <summary>Pieces of docs/guides/merging-consent-erasure.md.</summary>
internal static class MergingGuide
{
    // docs: merge-plan
    /// <summary>Shows what would happen to whoever decides, then does it.</summary>
    public static async Task<CrmResult<MergePlan>> MergeAsync(CustomerMerger merger, CustomerId survivor, CustomerId absorbed, Func<MergePlan, bool> agrees)
    {
        var options = new MergeOptions
        {
            Rule = SurvivorshipRule.Newest,
            Rules = new Dictionary<string, SurvivorshipRule> { [MergeFields.Name] = SurvivorshipRule.MostComplete },
            Choices = new Dictionary<string, MergeSide> { [MergeFields.BirthDate] = MergeSide.Survivor },
        };
        var plan = await merger.PlanAsync(survivor, absorbed, options);
        return plan.Succeeded && agrees(plan.Value)
            ? await merger.MergeAsync(survivor, absorbed, options)   // saves by itself
            : plan;
    }
    // docs: end

    // docs: merge-check
    /// <summary>For a test: the properties of the model that a merge would leave behind.</summary>
    public static IReadOnlyList<string> Forgotten(DbContext db) => db.Model.FindUnregisteredCustomerReferences();
    // docs: end

    // docs: unmerge
    /// <summary>The two were different people after all.</summary>
    public static async Task<CrmResult<CustomerIdentity>> SeparateAsync(CustomerMerger merger, CustomerId absorbed)
    {
        var merge = (await merger.HistoryAsync(absorbed)).First(m => m.AbsorbedId == absorbed && m.UndoneAt is null);
        return await merger.UnmergeAsync(merge.Id);   // saves by itself
    }
    // docs: end

    // docs: merge-register
    public sealed class RaffleContext(DbContextOptions<RaffleContext> options) : DbContext(options), ICrmDbContext
    {
        public CrmScope? CrmScope { get; set; }

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity<Ticket>().ToTable("tickets");
            modelBuilder.ApplyCrm(this);
            modelBuilder.RegisterCustomerReference<Ticket>(t => t.OwnerId);
            modelBuilder.ExemptCustomerReference<Ticket>(t => t.SoldByCustomerId, because: "who sold it then stays as it was printed");
        }
    }

    public sealed class Ticket
    {
        public int Id { get; init; }

        public Guid OwnerId { get; init; }

        public Guid SoldByCustomerId { get; init; }
    }
    // docs: end
}
