using Crm.Domain.Interactions;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Interactions;

internal sealed class ActivityReminderConfiguration(CrmModel model) : IEntityTypeConfiguration<ActivityReminder>
{
    public const string Table = "activity_reminders";

    public void Configure(EntityTypeBuilder<ActivityReminder> builder)
    {
        builder.Part(model, Table, "ActivityId");
        builder.Property<ActivityId>("ActivityId").HasConversion<IdConverter<ActivityId>>();
        builder.HasKey("ActivityId", nameof(ActivityReminder.Before)).HasName(model.Name("pk_activity_reminders"));
        builder.Property(r => r.Before).ValueGeneratedNever();
    }
}
