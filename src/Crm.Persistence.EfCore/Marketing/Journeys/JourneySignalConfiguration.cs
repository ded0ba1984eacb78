using Crm.Domain.Marketing;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Marketing;

internal sealed class JourneySignalConfiguration(CrmModel model) : IEntityTypeConfiguration<JourneySignal>
{
    public const string Table = "journey_signals";

    public void Configure(EntityTypeBuilder<JourneySignal> builder)
    {
        builder.Written(model, Table, isInfrastructure: false);
        builder.HasKey(s => new { s.RunId, s.Step, s.EventId }).HasName(model.Name("pk_journey_signals"));
        builder.Property(s => s.Step).HasMaxLength(JourneyStep.MaxKeyLength);
    }
}
