using System.Text.Json;
using Crm.Domain.Service;
using Crm.Persistence.EfCore.Model;
using Crm.Persistence.EfCore.Saving;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Service;

internal sealed class ServiceDeadlineConfiguration(CrmModel model) : IEntityTypeConfiguration<ServiceDeadline>
{
    public const string Table = "case_deadlines";

    public void Configure(EntityTypeBuilder<ServiceDeadline> builder)
    {
        builder.Ignore(d => d.Level);
        builder.Property(d => d.Alarms)
            .HasConversion(
                alarms => JsonSerializer.Serialize(alarms, EventJson.Options),
                text => JsonSerializer.Deserialize<IReadOnlyList<DeadlineAlarm>>(text, EventJson.Options)!,
                new ValueComparer<IReadOnlyList<DeadlineAlarm>>((a, b) => a!.SequenceEqual(b!), a => a.Count, a => a))
            .Metadata.SetMaxLength(null);
        builder.Record(model, Table, nameof(ServiceDeadline.CaseId));
        builder.HasKey(d => d.Id).HasName(model.Name("pk_case_deadlines"));
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.HasOne<ServiceCase>().WithMany().HasForeignKey(d => d.CaseId).OnDelete(DeleteBehavior.Cascade).HasConstraintName(model.Name("fk_case_deadlines_cases"));

        // Not unique: the version of the case says better that somebody was faster.
        builder.HasIndex(d => new { d.CaseId, d.Target, d.Ordinal }).HasDatabaseName(model.Name("ix_case_deadlines_case"));
        builder.CrmIndex(model, "ix_case_deadlines_due", false, nameof(ServiceDeadline.Due), nameof(ServiceDeadline.Id)).HasFilter("\"EndedAt\" is null and \"Due\" is not null");
        builder.CrmIndex(model, "ix_case_deadlines_alarm", false, nameof(ServiceDeadline.NextAlarmAt), nameof(ServiceDeadline.Id)).HasFilter("\"NextAlarmAt\" is not null");
        if (model.IsTenanted)
        {
            // Whoever watches for all tenants asks for none.
            builder.HasIndex(d => d.NextAlarmAt).HasDatabaseName(model.Name("ix_case_deadlines_alarm_key")).HasFilter("\"NextAlarmAt\" is not null");
        }
    }
}
