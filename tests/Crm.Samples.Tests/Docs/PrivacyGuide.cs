using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Privacy;
using Crm.Persistence.EfCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Samples.Tests.Docs;

/// <summary>Pieces of docs/guides/merging-consent-erasure.md on what people may ask of their data.</summary>
internal static class PrivacyGuide
{
    // docs: privacy-export
    public static async Task<bool> CopyAsync(PrivacyOffice office, CustomerId customer, Stream to)
    {
        var export = await office.ExportAsync(customer);
        if (export.Succeeded)
        {
            export.Value.WriteJson(to);
        }

        return export.Succeeded;
    }
    // docs: end

    // docs: privacy-erase
    public static void Settle(CrmOptions options, string secret) => options.SuppressionKey = secret;   // 32 random bytes or more, as Base64

    public static async Task<CrmResult<ErasurePlan>> EraseAsync(PrivacyOffice office, CustomerId customer, Func<ErasurePlan, bool> agrees)
    {
        var plan = await office.PlanErasureAsync(customer);
        return plan.Succeeded && agrees(plan.Value)
            ? await office.EraseAsync(customer)   // saves by itself
            : plan;
    }
    // docs: end

    // docs: privacy-purge
    public static Task<bool> PurgeAsync(DbContext db) => db.Database.PurgeCrmAsync();
    // docs: end

    // docs: privacy-measures
    public static async Task<PrivacyMeasureId> RestrictAsync(PrivacyMeasures measures, ICrmUnitOfWork unitOfWork, CustomerId customer)
    {
        var placed = await measures.PlaceAsync(customer, PrivacyMeasureKind.Restriction, "contests the accuracy of the address");
        await unitOfWork.SaveAsync();
        return placed.Value.Id;   // for measures.LiftAsync
    }
    // docs: end

    // docs: privacy-register
    public sealed class ClubContext(DbContextOptions<ClubContext> options) : DbContext(options), ICrmDbContext
    {
        public CrmScope? CrmScope { get; set; }

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity<Member>().ToTable("members");
            modelBuilder.ApplyCrm(this);
            modelBuilder.RegisterCustomerReference<Member>(m => m.CustomerId);
            modelBuilder.RegisterPersonalData<Member>(m => m.Nickname, PersonalDataKind.Identifier);
            modelBuilder.ExemptPersonalData<Member>(m => m.Level, because: "names one of three levels");
        }
    }

    public sealed class Member
    {
        public int Id { get; init; }

        public Guid CustomerId { get; init; }

        public string? Nickname { get; init; }

        public string Level { get; init; } = "bronze";
    }

    /// <summary>For a test: the columns of which nobody said whether they are personal.</summary>
    public static IReadOnlyList<string> Forgotten(DbContext db) => db.Model.FindUnclassifiedPersonalData();
    // docs: end
}
