using Crm.Domain.Marketing;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Marketing;

internal sealed class JourneyStepRecordConfiguration(CrmModel model) : IEntityTypeConfiguration<JourneyStepRecord>
{
    public const string Table = "journey_steps";

    public void Configure(EntityTypeBuilder<JourneyStepRecord> builder)
    {
        builder.Written(model, Table, isInfrastructure: false);

        // What keeps a step from being done twice, whoever tries.
        builder.HasKey(s => new { s.RunId, s.Step }).HasName(model.Name("pk_journey_steps"));
        builder.Property(s => s.Step).HasMaxLength(JourneyStep.MaxKeyLength);
        builder.Property(s => s.Note).HasMaxLength(JourneyStepRecord.MaxNoteLength);
        builder.CrmIndex(model, "ix_journey_steps_journey", false, nameof(JourneyStepRecord.JourneyId), nameof(JourneyStepRecord.Number), nameof(JourneyStepRecord.Step), nameof(JourneyStepRecord.Outcome));
    }
}
