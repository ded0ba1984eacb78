using Crm.Domain.Access;
using Crm.Domain.Interactions;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Interactions;

internal sealed class ActivityMoveConfiguration(CrmModel model) : IEntityTypeConfiguration<ActivityMove>
{
    public const string Table = "activity_moves";

    public void Configure(EntityTypeBuilder<ActivityMove> builder)
    {
        builder.Part(model, Table, "ActivityId");
        builder.Property<ActivityId>("ActivityId").HasConversion<IdConverter<ActivityId>>();
        builder.HasKey("ActivityId", nameof(ActivityMove.Number)).HasName(model.Name("pk_activity_moves"));
        builder.Property(m => m.Number).ValueGeneratedNever();
        builder.Property(m => m.ActorId).HasMaxLength(Actor.MaxIdLength);
        builder.Property(m => m.Reason).HasMaxLength(Activity.MaxOutcomeLength);
    }
}
