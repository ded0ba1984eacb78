using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Persistence.EfCore;
using Microsoft.EntityFrameworkCore;

namespace Crm.Samples.Embedding.Shop;

// docs: shop-context
/// <summary>The shop's one context: its own tables and the CRM's, one model, one connection, one transaction.</summary>
public sealed class ShopDbContext(DbContextOptions<ShopDbContext> options) : DbContext(options), ICrmDbContext
{
    /// <summary>All that <see cref="ICrmDbContext"/> asks for.</summary>
    public CrmScope? CrmScope { get; set; }

    public DbSet<Article> Articles => Set<Article>();

    public DbSet<Voucher> Vouchers => Set<Voucher>();

    // Without this, EF Core would not know how to store Voucher.CustomerId. The CRM's own tables do not need it.
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.UseCrmTypes();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Article>(article =>
        {
            article.ToTable("articles", table => table.HasCheckConstraint("ck_articles_in_stock", "\"InStock\" >= 0"));
            article.HasKey(a => a.Sku);
        });

        modelBuilder.ApplyCrm(this);

        // After ApplyCrm, additions to the CRM's entities. A shadow column needs no change of the class.
        modelBuilder.Entity<Customer>().Property<string?>("LoyaltyCard").HasMaxLength(20);

        modelBuilder.Entity<Voucher>(voucher =>
        {
            voucher.ToTable("vouchers");
            voucher.HasKey(v => v.Code);
            voucher.HasOne<Customer>().WithMany().HasForeignKey(v => v.CustomerId);
        });

        // When two customers are merged, the vouchers of both belong to the one that stays.
        modelBuilder.RegisterCustomerReference<Voucher>(v => v.CustomerId);
    }
}
// docs: end
