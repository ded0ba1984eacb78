using Crm.Domain.Access;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.Specification.Infrastructure;

/// <summary>Customers and interactions alone.</summary>
public sealed class NoAreaContext(DbContextOptions<NoAreaContext> options) : DbContext(options), ICrmDbContext
{
    public CrmScope? CrmScope { get; set; }

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.ApplyCrm(this, o => o.Areas(CrmAreas.None));
}

/// <summary>Service cases alone.</summary>
public sealed class ServiceOnlyContext(DbContextOptions<ServiceOnlyContext> options) : DbContext(options), ICrmDbContext
{
    public CrmScope? CrmScope { get; set; }

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.ApplyCrm(this, o => o.Areas(CrmAreas.Service));
}

/// <summary>Rules and webhooks alone.</summary>
public sealed class AutomationOnlyContext(DbContextOptions<AutomationOnlyContext> options) : DbContext(options), ICrmDbContext
{
    public CrmScope? CrmScope { get; set; }

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.ApplyCrm(this, o => o.Areas(CrmAreas.Automation));
}

/// <summary>Knowledge items alone.</summary>
public sealed class KnowledgeOnlyContext(DbContextOptions<KnowledgeOnlyContext> options) : DbContext(options), ICrmDbContext
{
    public CrmScope? CrmScope { get; set; }

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.ApplyCrm(this, o => o.Areas(CrmAreas.Knowledge));
}

/// <summary>Orders alone.</summary>
public sealed class OrdersOnlyContext(DbContextOptions<OrdersOnlyContext> options) : DbContext(options), ICrmDbContext
{
    public CrmScope? CrmScope { get; set; }

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.ApplyCrm(this, o => o.Areas(CrmAreas.Orders));
}

/// <summary>Figures on customers alone.</summary>
public sealed class InsightsOnlyContext(DbContextOptions<InsightsOnlyContext> options) : DbContext(options), ICrmDbContext
{
    public CrmScope? CrmScope { get; set; }

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.ApplyCrm(this, o => o.Areas(CrmAreas.Insights));
}

/// <summary>Sales alone.</summary>
public sealed class SalesOnlyContext(DbContextOptions<SalesOnlyContext> options) : DbContext(options), ICrmDbContext
{
    public CrmScope? CrmScope { get; set; }

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.ApplyCrm(this, o => o.Areas(CrmAreas.Sales));
}

/// <summary>Marketing alone.</summary>
public sealed class MarketingOnlyContext(DbContextOptions<MarketingOnlyContext> options) : DbContext(options), ICrmDbContext
{
    public CrmScope? CrmScope { get; set; }

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.ApplyCrm(this, o => o.Areas(CrmAreas.Marketing));
}

/// <summary>Surveys alone.</summary>
public sealed class FeedbackOnlyContext(DbContextOptions<FeedbackOnlyContext> options) : DbContext(options), ICrmDbContext
{
    public CrmScope? CrmScope { get; set; }

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.ApplyCrm(this, o => o.Areas(CrmAreas.Feedback));
}

/// <summary>The portal alone.</summary>
public sealed class SelfServiceOnlyContext(DbContextOptions<SelfServiceOnlyContext> options) : DbContext(options), ICrmDbContext
{
    public CrmScope? CrmScope { get; set; }

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.ApplyCrm(this, o => o.Areas(CrmAreas.SelfService));
}
