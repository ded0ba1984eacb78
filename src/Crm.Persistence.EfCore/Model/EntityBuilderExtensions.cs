using System.Linq.Expressions;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Sql;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Model;

/// <summary>The words in which every entity configuration is written.</summary>
internal static class EntityBuilderExtensions
{
    /// <summary>An aggregate root: table, key made in code, version as concurrency token.</summary>
    public static void Aggregate<T, TId>(this EntityTypeBuilder<T> builder, CrmModel model, string table)
        where T : AggregateRoot<TId>
        where TId : struct, ICrmId<TId>
    {
        builder.Ours(model, table);
        builder.Ignore(a => a.PendingEvents);
        builder.HasKey(a => a.Id).HasName(model.Name($"pk_{table}"));
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Version).IsConcurrencyToken();
    }

    /// <summary>A part of an aggregate, loaded with its root: table, and the property that holds the root's id.</summary>
    public static void Part<T>(this EntityTypeBuilder<T> builder, CrmModel model, string table, string rootKey)
        where T : class
    {
        builder.Ours(model, table);
        builder.HasAnnotation(CrmAnnotations.RootKey, rootKey);
    }

    /// <summary>A part that says again what the acts of its root say: saved and let go with the root, but not audited.</summary>
    public static void Record<T>(this EntityTypeBuilder<T> builder, CrmModel model, string table, string rootKey)
        where T : class
    {
        builder.Part(model, table, rootKey);
        builder.HasAnnotation(CrmAnnotations.Unaudited, true);
    }

    /// <summary>A row that saving itself writes.</summary>
    public static void Written<T>(this EntityTypeBuilder<T> builder, CrmModel model, string table, bool isInfrastructure)
        where T : class
    {
        builder.HasAnnotation(CrmAnnotations.Infrastructure, isInfrastructure);
        builder.Ours(model, table);
    }

    /// <summary>The parts that a root holds in a private list.</summary>
    public static void HasParts<T, TPart>(
        this EntityTypeBuilder<T> builder, CrmModel model, Expression<Func<T, IEnumerable<TPart>?>> parts, string table, string partTable, string rootKey)
        where T : class
        where TPart : class
    {
        builder.HasMany(parts).WithOne().HasForeignKey(rootKey).IsRequired().OnDelete(DeleteBehavior.Cascade)
            .HasConstraintName(model.Name($"fk_{partTable}_{table}"));
        builder.Navigation(parts!).UsePropertyAccessMode(PropertyAccessMode.Field).AutoInclude();
    }

    /// <summary>An amount of money in two columns.</summary>
    public static void Money<T>(this EntityTypeBuilder<T> builder, CrmModel model, Expression<Func<T, Money?>> property, string name, bool isRequired = true)
        where T : class =>
        builder.ComplexProperty(property, money =>
        {
            money.IsRequired(isRequired);
            money.MapValues(name, model.Database);
            var amount = money.Property(m => m!.Amount).HasColumnName(name + "Amount");
            if (model.Database != CrmDatabase.Sqlite)
            {
                amount.HasPrecision(19, 4);
            }

            money.Property(m => m!.Currency).HasColumnName(name + "Currency").HasMaxLength(3).IsFixedLength(false);
        });

    /// <summary>An exact number with four decimals that is no money.</summary>
    public static void Quantity(this PropertyBuilder<decimal> property, CrmModel model)
    {
        if (model.Database != CrmDatabase.Sqlite)
        {
            property.HasPrecision(19, 4);
        }
    }

    /// <summary>An exact number with four decimals that may be missing.</summary>
    public static void Quantity(this PropertyBuilder<decimal?> property, CrmModel model)
    {
        if (model.Database != CrmDatabase.Sqlite)
        {
            property.HasPrecision(19, 4);
        }
    }

    /// <summary>A property that is set by an act on the aggregate that it points at: when that is refused, this falls with it.</summary>
    public static void StandsWith<T, TProperty>(this EntityTypeBuilder<T> builder, Expression<Func<T, TProperty>> property)
        where T : class => builder.Property(property).HasAnnotation(CrmAnnotations.StandsWith, true);

    /// <summary>A text without a limit in the database, whatever a host's conventions say of texts.</summary>
    public static void LongText<T>(this EntityTypeBuilder<T> builder, Expression<Func<T, string?>> property)
        where T : class => builder.Property(property).Metadata.SetMaxLength(null);

    /// <summary>An index; with tenancy the tenant comes first.</summary>
    public static IndexBuilder CrmIndex(this EntityTypeBuilder builder, CrmModel model, string name, bool isUnique, params string[] properties)
    {
        var tenanted = model.IsTenanted && builder.Metadata.FindAnnotation(CrmAnnotations.Infrastructure)?.Value is not true;
        var columns = tenanted ? [CrmAnnotations.TenantId, .. properties] : properties;
        return builder.HasIndex(columns, model.Name(name)).HasDatabaseName(model.Name(name)).IsUnique(isUnique);
    }

    private static void Ours<T>(this EntityTypeBuilder<T> builder, CrmModel model, string table)
        where T : class
    {
        builder.ToTable(model.Name(table));
        builder.HasAnnotation(CrmAnnotations.Entity, true);
        builder.MapValues(model.Database);
        if (model.IsTenanted && builder.Metadata.FindAnnotation(CrmAnnotations.Infrastructure)?.Value is not true)
        {
            builder.Property<string>(CrmAnnotations.TenantId).HasMaxLength(Crm.Domain.Access.CrmScope.MaxTenantIdLength);
        }
    }
}
