using Crm.Domain.Access;
using Crm.Domain.Customers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace Crm.Persistence.Specification.Infrastructure;

/// <summary>A host with strong opinions: short strings, rounded decimals, its own names for everything.</summary>
public sealed class OpinionatedContext(DbContextOptions<OpinionatedContext> options) : DbContext(options), ICrmDbContext
{
    public CrmScope? CrmScope { get; set; }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.UseCrmTypes();
        configurationBuilder.Properties<string>().HaveMaxLength(50).AreUnicode(false).AreFixedLength();
        configurationBuilder.Properties<decimal>().HavePrecision(9, 1);
        configurationBuilder.Properties<Enum>().HaveConversion<int>();
        configurationBuilder.Conventions.Add(_ => new ShoutingConvention());
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<HostNote>(n => n.ToTable("host_notes"));
        modelBuilder.ApplyCrm(this);
    }

    // As packages do that rename tables and columns to another style.
    private sealed class ShoutingConvention : IModelFinalizingConvention
    {
        public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
        {
            foreach (var entity in modelBuilder.Metadata.GetEntityTypes())
            {
                if (entity.BaseType is null)
                {
                    entity.Builder.ToTable("LOUD_" + entity.GetTableName());
                }

                foreach (var property in entity.GetProperties().Concat(entity.GetComplexProperties().SelectMany(c => c.ComplexType.GetProperties())))
                {
                    property.Builder.HasColumnName("LOUD_" + property.GetColumnName());
                }

                foreach (var key in entity.GetKeys())
                {
                    key.Builder.HasName("LOUD_" + key.GetName());
                }

                foreach (var key in entity.GetForeignKeys())
                {
                    key.Builder.HasConstraintName("LOUD_" + key.GetConstraintName());
                }

                foreach (var index in entity.GetIndexes())
                {
                    index.Builder.HasDatabaseName("LOUD_" + index.GetDatabaseName());
                }
            }
        }
    }
}

/// <summary>Another prefix.</summary>
public sealed class PrefixContext(DbContextOptions<PrefixContext> options) : DbContext(options), ICrmDbContext
{
    public const string Prefix = "abcdefghij_123456_x_";

    public CrmScope? CrmScope { get; set; }

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.ApplyCrm(this, o => o.UseTenants().TablePrefix(Prefix));
}

/// <summary>No prefix, and a sequence and a table of the host's own.</summary>
public sealed class BareContext(DbContextOptions<BareContext> options) : DbContext(options), ICrmDbContext
{
    public CrmScope? CrmScope { get; set; }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<HostNote>(n => n.ToTable("host_notes").Ignore(x => x.CustomerId));
        if (Database.ProviderName!.StartsWith("Npgsql", StringComparison.Ordinal))
        {
            modelBuilder.HasSequence<long>("host_sequence");
        }

        modelBuilder.ApplyCrm(this, o => o.TablePrefix(string.Empty));
    }
}

/// <summary>A schema of the host's own, where the database has schemas.</summary>
public sealed class SchemaContext(DbContextOptions<SchemaContext> options) : DbContext(options), ICrmDbContext
{
    public const string Schema = "shop";

    public CrmScope? CrmScope { get; set; }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        if (Database.ProviderName!.StartsWith("Npgsql", StringComparison.Ordinal))
        {
            modelBuilder.HasDefaultSchema(Schema);
        }

        modelBuilder.ApplyCrm(this);
    }
}
