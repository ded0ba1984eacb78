using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Orders;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.Specification.Infrastructure;

/// <summary>A row of the host's own that refers to a customer.</summary>
public sealed class HostNote
{
    public Guid Id { get; init; } = Guid.NewGuid();

    public required string Code { get; set; }

    public CustomerId? CustomerId { get; set; }
}

/// <summary>A host with a table of its own and with columns of its own on our tables.</summary>
public sealed class HostContext(DbContextOptions<HostContext> options) : DbContext(options), ICrmDbContext
{
    public const string LoyaltyTier = "LoyaltyTier";
    public const string IsVerified = "IsVerified";
    public const string Warehouse = "Warehouse";

    public CrmScope? CrmScope { get; set; }

    public DbSet<HostNote> Notes => Set<HostNote>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.UseCrmTypes();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<HostNote>(note =>
        {
            note.ToTable("host_notes");
            note.Property(n => n.Id).ValueGeneratedNever();
            note.Property(n => n.Code).HasMaxLength(20);
            note.HasIndex(n => n.Code).IsUnique();
            note.HasOne<Customer>().WithMany().HasForeignKey(n => n.CustomerId);
        });
        modelBuilder.ApplyCrm(this);
        modelBuilder.RegisterCustomerReference<HostNote>(n => n.CustomerId);
        modelBuilder.Entity<Customer>().Property<string?>(LoyaltyTier).HasMaxLength(20);
        modelBuilder.Entity<ContactPoint>().Property<bool?>(IsVerified);
        modelBuilder.Entity<Order>().Property<string?>(Warehouse).HasMaxLength(20);
    }
}
