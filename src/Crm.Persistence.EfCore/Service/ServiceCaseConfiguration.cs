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
        builder.HasOne<Customer>().WithMany().HasForeignKey(c => c.CustomerId).OnDelete(DeleteBehavior.Restrict)
            .HasConstraintName(model.Name("fk_cases_customers"));
        builder.HasOne<Customer>().WithMany().HasForeignKey(c => c.OrganisationId).OnDelete(DeleteBehavior.Restrict)
            .HasConstraintName(model.Name("fk_cases_organisations"));
        builder.HasIndex(c => c.OrganisationId).HasDatabaseName(model.Name("ix_cases_organisation"));
        builder.PointsAtCustomer(nameof(ServiceCase.CustomerId), nameof(ServiceCase.OrganisationId));
        builder.HasParts(model, c => c.Messages, Table, CaseMessageConfiguration.Table, "CaseId");
        builder.HasParts(model, c => c.ViewedArticles, Table, ViewedArticleConfiguration.Table, "CaseId");

        // Written with the case, but read by itself: acts do not look back.
        builder.HasMany(c => c.Recorded).WithOne().HasForeignKey("CaseId").IsRequired().OnDelete(DeleteBehavior.Cascade)
            .HasConstraintName(model.Name($"fk_{CaseLogEntryConfiguration.Table}_{Table}"));
        builder.Navigation(c => c.Recorded).HasField("_log").UsePropertyAccessMode(PropertyAccessMode.Field);
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
