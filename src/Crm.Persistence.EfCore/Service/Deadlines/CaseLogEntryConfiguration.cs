using Crm.Domain.Service;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Service;

internal sealed class CaseLogEntryConfiguration(CrmModel model) : IEntityTypeConfiguration<CaseLogEntry>
{
    public const string Table = "case_log";

    public void Configure(EntityTypeBuilder<CaseLogEntry> builder)
    {
        builder.Ignore(e => e.Level);
        builder.Record(model, Table, "CaseId");
        builder.Property<ServiceCaseId>("CaseId").HasConversion<IdConverter<ServiceCaseId>>();
        builder.HasKey(e => e.Id).HasName(model.Name("pk_case_log"));
        builder.Property(e => e.Id).ValueGeneratedNever();

        // Not unique: the version of the case says better that somebody was faster.
        builder.HasIndex("CaseId", nameof(CaseLogEntry.Version), nameof(CaseLogEntry.Place)).HasDatabaseName(model.Name("ix_case_log_case"));
    }
}
