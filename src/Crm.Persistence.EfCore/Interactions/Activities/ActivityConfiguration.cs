using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Interactions;

internal sealed class ActivityConfiguration(CrmModel model) : IEntityTypeConfiguration<Activity>
{
    public const string Table = "activities";

    public void Configure(EntityTypeBuilder<Activity> builder)
    {
        builder.Aggregate<Activity, ActivityId>(model, Table);
        builder.Ignore(a => a.About);
        builder.Ignore(a => a.Organiser);
        builder.Ignore(a => a.IsOpen);
        builder.Property(a => a.Subject).HasMaxLength(Activity.MaxSubjectLength);
        builder.Property(a => a.Place).HasMaxLength(Activity.MaxSubjectLength);
        builder.LongText(a => a.Description);
        builder.Property(a => a.Outcome).HasMaxLength(Activity.MaxOutcomeLength);
        builder.Property(a => a.AboutKind).HasMaxLength(32);
        builder.Property(a => a.TimeZone).HasMaxLength(64);
        builder.Property(a => a.AssigneeId).HasMaxLength(Actor.MaxIdLength);
        builder.Property(a => a.TeamId).HasMaxLength(Actor.MaxIdLength);
        builder.Property(a => a.SettledBy).HasMaxLength(Actor.MaxIdLength);
        builder.HasOne<Customer>().WithMany().HasForeignKey(a => a.CustomerId).OnDelete(DeleteBehavior.Restrict)
            .HasConstraintName(model.Name("fk_activities_customers"));
        builder.PointsAtCustomer(nameof(Activity.CustomerId));
        builder.PointsAtSubject(nameof(Activity.AboutKind), nameof(Activity.AboutId));
        builder.HasParts(model, a => a.Participants, Table, ActivityParticipantConfiguration.Table, "ActivityId");
        builder.HasParts(model, a => a.Reminders, Table, ActivityReminderConfiguration.Table, "ActivityId");
        builder.HasParts(model, a => a.Moves, Table, ActivityMoveConfiguration.Table, "ActivityId");
        builder.CrmIndex(model, "ix_activities_agenda", false, nameof(Activity.AssigneeId), nameof(Activity.PlannedAt), nameof(Activity.Id));
        builder.CrmIndex(model, "ix_activities_team", false, nameof(Activity.TeamId), nameof(Activity.PlannedAt), nameof(Activity.Id)).HasFilter("\"TeamId\" is not null");
        builder.CrmIndex(model, "ix_activities_planned", false, nameof(Activity.PlannedAt), nameof(Activity.Id));
        builder.CrmIndex(model, "ix_activities_open", false, nameof(Activity.OpenUntil), nameof(Activity.Id)).HasFilter("\"OpenUntil\" is not null");
        builder.CrmIndex(model, "ix_activities_reminder", false, nameof(Activity.NextReminderAt), nameof(Activity.Id)).HasFilter("\"NextReminderAt\" is not null");
        builder.CrmIndex(model, "ix_activities_about", false, nameof(Activity.AboutId), nameof(Activity.PlannedAt)).HasFilter("\"AboutId\" is not null");
        builder.CrmIndex(model, "ux_activities_occurrence", true, nameof(Activity.SeriesId), nameof(Activity.OccurrenceAt)).HasFilter("\"SeriesId\" is not null");
        builder.CrmIndex(model, "ix_activities_customer", false, nameof(Activity.CustomerId), nameof(Activity.PlannedAt), nameof(Activity.Id));
        if (model.IsTenanted)
        {
            builder.HasIndex(a => a.CustomerId).HasDatabaseName(model.Name("ix_activities_customer_key"));
        }
    }
}
