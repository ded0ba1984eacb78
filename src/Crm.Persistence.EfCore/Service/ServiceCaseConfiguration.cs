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
        builder.Aggregate<ServiceCase, ServiceCaseId>(model, Table);
        builder.Property(c => c.Subject).HasMaxLength(ServiceCase.MaxSubjectLength);
        builder.Property(c => c.AssigneeId).HasMaxLength(100);
        builder.LongText(c => c.Solution);
        builder.Property(c => c.Sku).HasMaxLength(64);
        builder.Property(c => c.SerialNumber).HasMaxLength(100);
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
        builder.CrmIndex(model, "ux_cases_number", true, nameof(ServiceCase.Number));
        builder.CrmIndex(model, "ix_cases_customer", false, nameof(ServiceCase.CustomerId), nameof(ServiceCase.OpenedAt));
        builder.CrmIndex(model, "ix_cases_status", false, nameof(ServiceCase.Status), nameof(ServiceCase.OpenedAt));
        builder.HasIndex(c => c.MergedIntoId).HasDatabaseName(model.Name("ix_cases_merged")).HasFilter("\"MergedIntoId\" is not null");
        if (model.IsTenanted)
        {
            builder.HasIndex(c => c.CustomerId).HasDatabaseName(model.Name("ix_cases_customer_key"));
        }
    }
}
