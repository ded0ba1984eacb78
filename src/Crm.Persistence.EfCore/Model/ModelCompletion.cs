using System.Linq.Expressions;
using System.Reflection;
using Crm.Persistence.EfCore.Access;
using Crm.Persistence.EfCore.Encryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Crm.Persistence.EfCore.Model;

/// <summary>What holds for all entities together, once each is configured: tenancy, column names, marks on the model.</summary>
internal static class ModelCompletion
{
    private static readonly MethodInfo s_tenanted = typeof(ModelCompletion).GetMethod(nameof(AddTenant), BindingFlags.NonPublic | BindingFlags.Static)!;

    public static void Complete<TContext>(ModelBuilder modelBuilder, TContext context, CrmModel model)
        where TContext : DbContext, ICrmDbContext
    {
        modelBuilder.Model.SetAnnotation(CrmAnnotations.Areas, (int)model.Areas);
        modelBuilder.Model.SetAnnotation(CrmAnnotations.Tenanted, model.IsTenanted);
        modelBuilder.Model.SetAnnotation(CrmAnnotations.Prefix, model.Name(string.Empty));
        foreach (var entity in modelBuilder.Model.GetEntityTypes().Where(e => e.FindAnnotation(CrmAnnotations.Entity) is not null).ToList())
        {
            // Filters belong to the root of a hierarchy.
            if (model.IsTenanted && entity.BaseType is null && entity.FindAnnotation(CrmAnnotations.Infrastructure)?.Value is not true)
            {
                s_tenanted.MakeGenericMethod(entity.ClrType).Invoke(null, [modelBuilder, context]);
            }

            // Explicit names keep conventions of the host away from our tables.
            foreach (var property in entity.GetDeclaredProperties())
            {
                property.SetColumnName(property.GetColumnName());
            }

            foreach (var property in entity.GetDeclaredProperties().Concat(entity.GetDeclaredComplexProperties().SelectMany(c => c.ComplexType.GetProperties())))
            {
                property.SetIsUnicode(null);
                property.SetIsFixedLength(false);
            }
        }

        if (model.LimitsVisibility)
        {
            VisibilityFilters.Apply(modelBuilder, context, model);
        }

        if (model.PersonalDataKeys is { } keys)
        {
            EncryptedColumns.Apply(modelBuilder, model, keys);
        }
    }

    private static void AddTenant<T>(ModelBuilder modelBuilder, ICrmDbContext context)
        where T : class
    {
        var builder = modelBuilder.Entity<T>();
        builder.Property<string>(CrmAnnotations.TenantId)
            .IsRequired()
            .HasMaxLength(Crm.Domain.Access.CrmScope.MaxTenantIdLength)
            .HasValueGenerator<TenantIdGenerator>()
            .ValueGeneratedOnAdd()
            .Metadata.SetAfterSaveBehavior(PropertySaveBehavior.Throw);
        Expression<Func<T, bool>> filter = row => EF.Property<string>(row, CrmAnnotations.TenantId) == context.CrmTenantId;
        builder.HasQueryFilter(CrmAnnotations.TenantFilter, filter);
    }
}
