using Crm.Domain.Access;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore;

/// <summary>A ready-made context with every area and without tenancy, for quick starts. Applications usually call <c>ApplyCrm</c> in their own.</summary>
/// <param name="options">The options.</param>
public sealed class CrmDbContext(DbContextOptions<CrmDbContext> options) : DbContext(options), ICrmDbContext
{
    /// <inheritdoc />
    public CrmScope? CrmScope { get; set; }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.ApplyCrm(this);
}
