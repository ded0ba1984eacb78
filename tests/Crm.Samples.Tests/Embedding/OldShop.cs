using Crm.Samples.Embedding.Shop;
using Microsoft.EntityFrameworkCore;

namespace Crm.Samples.Tests.Embedding;

/// <summary>The shop before it had a CRM: the same articles, nothing else.</summary>
internal sealed class OldShop(DbContextOptions<OldShop> options) : DbContext(options)
{
    /// <summary>On the database of the shop of today.</summary>
    public static OldShop On(ShopDbContext today)
    {
        var connection = today.Database.GetConnectionString()!;
        var options = new DbContextOptionsBuilder<OldShop>();
        return new OldShop((today.Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal)
            ? options.UseSqlite(connection)
            : options.UseNpgsql(connection)).Options);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Article>(article =>
    {
        article.ToTable("articles");
        article.HasKey(a => a.Sku);
        article.Property(a => a.ChangedAt).HasConversion(at => DateTime.SpecifyKind(at, DateTimeKind.Utc), at => at);
    });
}
