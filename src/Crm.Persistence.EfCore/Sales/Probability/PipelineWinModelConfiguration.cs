using Crm.Domain.Sales;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Sales;

internal sealed class PipelineWinModelConfiguration(CrmModel model) : IEntityTypeConfiguration<PipelineWinModel>
{
    public const string Table = "win_models";

    public void Configure(EntityTypeBuilder<PipelineWinModel> builder)
    {
        builder.Ignore(m => m.Calibration).Ignore(m => m.Counts);
        builder.Written(model, Table, isInfrastructure: false);
        builder.HasKey(m => m.PipelineId).HasName(model.Name("pk_win_models"));
        builder.Property(m => m.PipelineId).ValueGeneratedNever();
        builder.LongText(m => m.Definition);
    }
}
