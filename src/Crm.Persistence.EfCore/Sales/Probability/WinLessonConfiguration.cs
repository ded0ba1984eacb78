using Crm.Domain.Sales;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Sales;

internal sealed class WinLessonConfiguration(CrmModel model) : IEntityTypeConfiguration<WinLesson>
{
    public const string Table = "win_lessons";

    public void Configure(EntityTypeBuilder<WinLesson> builder)
    {
        builder.Written(model, Table, isInfrastructure: false);
        builder.HasKey(l => l.OpportunityId).HasName(model.Name("pk_win_lessons"));
        builder.Property(l => l.OpportunityId).ValueGeneratedNever();
        builder.LongText(l => l.Traits);
        builder.CrmIndex(model, "ix_win_lessons_pipeline", false, nameof(WinLesson.PipelineId), nameof(WinLesson.OpportunityId));
    }
}
