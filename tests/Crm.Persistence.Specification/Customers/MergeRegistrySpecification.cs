using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.Specification.Customers;

/// <summary>No table that points at a customer can be forgotten, ours or the host's.</summary>
public abstract class MergeRegistrySpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    [SkippableFact]
    [Trait("Check", "CM-08")]
    public async Task Model_OfEveryArea_HasNoReferenceThatNobodyRegistered()
    {
        await ShouldForgetNothingAsync<SpecificationContext>();
        await ShouldForgetNothingAsync<TenantContext>();
        await ShouldForgetNothingAsync<NoAreaContext>();
        await ShouldForgetNothingAsync<ServiceOnlyContext>();
        await ShouldForgetNothingAsync<KnowledgeOnlyContext>();
        await ShouldForgetNothingAsync<OrdersOnlyContext>();
        await ShouldForgetNothingAsync<InsightsOnlyContext>();
        await ShouldForgetNothingAsync<SalesOnlyContext>();
        await ShouldForgetNothingAsync<HostContext>();
    }

    [SkippableFact]
    [Trait("Check", "CM-08")]
    public async Task Merge_WithAForgottenTableOfTheHost_RefusesToRunAndNamesIt()
    {
        var host = await HostAsync<ForgetfulContext>();
        await using var work = host.Work();
        work.Context.Model.FindUnregisteredCustomerReferences().Should().Equal("Bonus.Owner", "Bonus.SubjectId", "Coupon.BuyerCustomerId", "Coupon.Gifts");
        var (survivor, absorbed) = (await work.RegisterAsync(), await work.RegisterAsync());
        var merge = () => work.Merger.MergeAsync(survivor, absorbed);
        (await merge.Should().ThrowAsync<InvalidOperationException>()).Which.Message.Should().Contain("Coupon.BuyerCustomerId").And.Contain("RegisterCustomerReference");
        (await work.Customers.FindAsync(absorbed))!.Id.Should().Be(absorbed);
    }

    [SkippableFact]
    [Trait("Check", "CM-08")]
    public async Task Merge_WithTablesOfTheHost_MovesThemAndBringsThemBack()
    {
        var host = await OpenAsync<LoyaltyContext>(await Database.CreateDatabaseAsync());
        await using (var tables = host.Work())
        {
            await tables.Context.Database.EnsureCreatedAsync();
        }

        await using var work = host.Work();
        var (survivor, absorbed) = (await work.RegisterAsync(), await work.RegisterAsync());
        work.Context.AddRange(
            new Stamp { Id = 1, Owner = survivor.Value, Shop = "north" }, new Stamp { Id = 2, Owner = absorbed.Value, Shop = "north" },
            new Stamp { Id = 3, Owner = absorbed.Value, Shop = "south" }, new Stamp { Id = 4, Owner = null, Shop = "south" });
        await work.SaveAsync();
        var done = (await work.Merger.MergeAsync(survivor, absorbed)).Value;
        done.Rows.Should().ContainEquivalentOf(new MergedRows("stamps", "Owner", 1, 1), "the survivor has a stamp of the north already");
        (await StampsAsync(host)).Should().Equal((1, (Guid?)survivor.Value), (3, survivor.Value), (4, null));
        (await work.Merger.UnmergeAsync(done.Id!.Value)).Succeeded.Should().BeTrue();
        (await StampsAsync(host)).Should().Equal((1, (Guid?)survivor.Value), (2, absorbed.Value), (3, absorbed.Value), (4, null));
    }

    private static async Task<List<(int Id, Guid? Owner)>> StampsAsync(CrmTestHost<LoyaltyContext> host)
    {
        await using var work = host.Work();
        return (await work.Context.Set<Stamp>().AsNoTracking().OrderBy(s => s.Id).ToListAsync()).ConvertAll(s => (s.Id, s.Owner));
    }

    private async Task ShouldForgetNothingAsync<TContext>()
        where TContext : DbContext, ICrmDbContext
    {
        var host = await OpenAsync<TContext>(await Database.CreateDatabaseAsync());
        await using var work = host.Work();
        work.Context.Model.FindUnregisteredCustomerReferences().Should().BeEmpty(typeof(TContext).Name);
    }

    private sealed class Coupon
    {
        public int Id { get; init; }

        public Guid BuyerCustomerId { get; init; }

        public CustomerId? Gifts { get; init; }
    }

    private sealed class Bonus
    {
        public int Id { get; init; }

        public CustomerId Owner { get; init; }

        public string SubjectKind { get; init; } = string.Empty;

        public Guid SubjectId { get; init; }
    }

    private sealed class Stamp
    {
        public int Id { get; init; }

        public Guid? Owner { get; init; }

        public string Shop { get; init; } = string.Empty;
    }

    private sealed class ForgetfulContext(DbContextOptions<ForgetfulContext> options) : DbContext(options), ICrmDbContext
    {
        public CrmScope? CrmScope { get; set; }

        protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.UseCrmTypes();

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity<Coupon>().ToTable("coupons");
            modelBuilder.Entity<Bonus>().ToTable("bonuses");
            modelBuilder.ApplyCrm(this);
        }
    }

    private sealed class LoyaltyContext(DbContextOptions<LoyaltyContext> options) : DbContext(options), ICrmDbContext
    {
        public CrmScope? CrmScope { get; set; }

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity<Stamp>(stamp =>
            {
                stamp.ToTable("stamps");
                stamp.Property(s => s.Id).ValueGeneratedNever();
                stamp.HasIndex(s => new { s.Owner, s.Shop }).IsUnique();
            });
            modelBuilder.ApplyCrm(this);
            modelBuilder.RegisterCustomerReference<Stamp>(s => s.Owner);
        }
    }
}
