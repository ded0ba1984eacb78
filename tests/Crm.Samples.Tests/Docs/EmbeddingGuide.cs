using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Knowledge;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Persistence.EfCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Samples.Tests.Docs;

/// <summary>Pieces of docs/guides/embedding.md that the embedding sample does not show.</summary>
internal static class EmbeddingGuide
{
    public static void AddPooled(IServiceCollection services, string connectionString)
    {
        // docs: pooled
        services.AddDbContextPool<HelpDeskContext>(o => o.UseSqlite(connectionString));
        services.AddCrm().UseEntityFrameworkCore<HelpDeskContext>();
        // docs: end
    }

    public static void AddFactory(IServiceCollection services, string connectionString)
    {
        // docs: factory
        services.AddPooledDbContextFactory<HelpDeskContext>(o => o.UseSqlite(connectionString));
        services.AddCrm().UseEntityFrameworkCore<HelpDeskContext>();
        // docs: end
    }

    public static void AddWords(IServiceCollection services)
    {
        // docs: words
        services.AddSingleton<CrmErrorDescriber, ShopWords>();   // before AddCrm
        services.AddCrm();
        // docs: end
    }

    // docs: create-script
    public static string CreateScript(HelpDeskContext db) => db.Database.GenerateCrmScript();
    // docs: end

    // docs: factory-context
    /// <summary>A context from a factory belongs to nobody: it is told for whom it works before it saves.</summary>
    public static async Task<int> ArchiveAsync(IDbContextFactory<HelpDeskContext> contexts, CrmScope scope, KnowledgeItemId id, NodaTime.Instant now)
    {
        await using var db = await contexts.CreateDbContextAsync();
        db.CrmScope = scope;
        var item = await db.Set<KnowledgeItem>().SingleAsync(i => i.Id == id);
        item.Archive(new KnowledgeAuthor("bob", KnowledgeLicence.Publisher), now);
        return await db.SaveChangesAsync();   // audit, timeline and outbox as ever; refusals are EF's exceptions here
    }
    // docs: end

    // docs: hatch
    /// <summary>What no front door answers, LINQ does: customers without a case.</summary>
    public static Task<List<string>> WithoutCaseAsync(DbContext db) => db.Set<Customer>().AsNoTracking()
        .Where(c => !db.Set<ServiceCase>().Any(s => s.CustomerId == c.Id))
        .OrderBy(c => c.DisplayName)
        .Select(c => c.DisplayName)
        .ToListAsync();
    // docs: end
}

// docs: areas
/// <summary>A help desk: cases and articles, no orders. Customers and interactions are always there.</summary>
public sealed class HelpDeskContext(DbContextOptions<HelpDeskContext> options) : DbContext(options), ICrmDbContext
{
    public CrmScope? CrmScope { get; set; }

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyCrm(this, o => o.Areas(CrmAreas.Service | CrmAreas.Knowledge).TablePrefix("desk_"));
}
// docs: end

// docs: words-class
/// <summary>Texts of refusals in the shop's own words; the codes stay.</summary>
public sealed class ShopWords : CrmErrorDescriber
{
    public override CrmError CustomerNotFound(string key) => base.CustomerNotFound(key) with { Message = "We do not know this customer." };
}
// docs: end
