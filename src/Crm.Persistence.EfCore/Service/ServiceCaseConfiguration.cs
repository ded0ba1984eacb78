using Crm.Domain.Customers;
using Crm.Domain.Service;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Service;

internal sealed class ServiceCaseConfiguration(CrmModel model) : IEntityTypeConfiguration<ServiceCase>
{
    public const string Table = "cases";

    public void Configure(EntityTypeBuilder<ServiceCase> builder)
    {
        builder.Ignore(c => c.ServiceLevel);
        builder.Aggregate<ServiceCase, ServiceCaseId>(model, Table);
        builder.Property(c => c.Subject).HasMaxLength(ServiceCase.MaxSubjectLength);
        builder.Property(c => c.AssigneeId).HasMaxLength(100);
        builder.LongText(c => c.Solution);
        builder.Property(c => c.Sku).HasMaxLength(64);
        builder.Property(c => c.SerialNumber).HasMaxLength(100);
        builder.Property(c => c.Type).HasMaxLength(ServiceCase.MaxTypeLength);
        foreach (var derived in new[] { nameof(ServiceCase.Rank), nameof(ServiceCase.Category), nameof(ServiceCase.AwaitingSince), nameof(ServiceCase.SilentSince) })
        {
            builder.Property(derived).HasAnnotation(CrmAnnotations.Derived, true);
        }

        builder.HasOne<Customer>().WithMany().HasForeignKey(c => c.CustomerId).OnDelete(DeleteBehavior.Restrict)
            .HasConstraintName(model.Name("fk_cases_customers"));
        builder.HasOne<Customer>().WithMany().HasForeignKey(c => c.OrganisationId).OnDelete(DeleteBehavior.Restrict)
            .HasConstraintName(model.Name("fk_cases_organisations"));
        builder.HasOne<Entitlement>().WithMany().HasForeignKey(c => c.EntitlementId).OnDelete(DeleteBehavior.Restrict)
            .HasConstraintName(model.Name("fk_cases_entitlements"));
        builder.HasIndex(c => c.EntitlementId).HasDatabaseName(model.Name("ix_cases_entitlement")).HasFilter("\"EntitlementId\" is not null");
        builder.StandsWith(c => c.EntitlementId);
        builder.HasIndex(c => c.OrganisationId).HasDatabaseName(model.Name("ix_cases_organisation"));
        builder.PointsAtCustomer(nameof(ServiceCase.CustomerId), nameof(ServiceCase.OrganisationId));
        builder.HasParts(model, c => c.Messages, Table, CaseMessageConfiguration.Table, "CaseId");
        builder.HasParts(model, c => c.ViewedArticles, Table, ViewedArticleConfiguration.Table, "CaseId");
        builder.HasParts(model, c => c.RelatedCases, Table, RelatedCaseConfiguration.Table, "CaseId");
        builder.HasOne<ServiceCase>().WithMany().HasForeignKey(c => c.ParentId).OnDelete(DeleteBehavior.SetNull).HasConstraintName(model.Name("fk_cases_parents"));

        // Written with the case, but read by itself: acts do not look back.
        builder.HasMany(c => c.Recorded).WithOne().HasForeignKey("CaseId").IsRequired().OnDelete(DeleteBehavior.Cascade)
            .HasConstraintName(model.Name($"fk_{CaseLogEntryConfiguration.Table}_{Table}"));
        builder.Navigation(c => c.Recorded).HasField("_log").UsePropertyAccessMode(PropertyAccessMode.Field);

        builder.CrmIndex(model, "ux_cases_number", true, nameof(ServiceCase.Number));
        builder.CrmIndex(model, "ix_cases_customer", false, nameof(ServiceCase.CustomerId), nameof(ServiceCase.OpenedAt));
        builder.CrmIndex(model, "ix_cases_opened", false, nameof(ServiceCase.OpenedAt), nameof(ServiceCase.CustomerId));
        builder.CrmIndex(model, "ix_cases_status", false, nameof(ServiceCase.Status), nameof(ServiceCase.OpenedAt));
        Lists(builder);
        builder.HasIndex(c => c.ParentId).HasDatabaseName(model.Name("ix_cases_parent")).HasFilter("\"ParentId\" is not null");
        builder.HasIndex(c => c.MergedIntoId).HasDatabaseName(model.Name("ix_cases_merged")).HasFilter("\"MergedIntoId\" is not null");
        if (model.IsTenanted)
        {
            builder.HasIndex(c => c.CustomerId).HasDatabaseName(model.Name("ix_cases_customer_key"));
        }
    }

    // What still needs work is a small part of all cases, so the lists that people look at all day have indexes of that part alone.
    private void Lists(EntityTypeBuilder<ServiceCase> builder)
    {
        const string Unresolved = "\"ResolvedAt\" is null and \"ClosedAt\" is null";
        const string Awaiting = "\"AwaitingSince\" is not null";
        builder.CrmIndex(model, "ix_cases_urgent", false, nameof(ServiceCase.Rank), nameof(ServiceCase.OpenedAt), nameof(ServiceCase.Id)).HasFilter(Unresolved);
        builder.CrmIndex(model, "ix_cases_agent", false, nameof(ServiceCase.AssigneeId), nameof(ServiceCase.Rank), nameof(ServiceCase.OpenedAt), nameof(ServiceCase.Id)).HasFilter(Unresolved);
        builder.CrmIndex(model, "ix_cases_newest", false, nameof(ServiceCase.OpenedAt), nameof(ServiceCase.Id)).HasFilter(Unresolved);
        builder.CrmIndex(model, "ix_cases_awaiting", false, nameof(ServiceCase.AwaitingSince), nameof(ServiceCase.Id)).HasFilter(Awaiting);
        builder.CrmIndex(model, "ix_cases_awaiting_agent", false, nameof(ServiceCase.AssigneeId), nameof(ServiceCase.AwaitingSince), nameof(ServiceCase.Id)).HasFilter(Awaiting);

        // Jobs look for silent customers of every tenant.
        builder.HasIndex(c => new { c.Status, c.SilentSince, c.Id }).HasDatabaseName(model.Name("ix_cases_silent")).HasFilter("\"SilentSince\" is not null");
    }
}
