using Crm.Domain.Partners;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Partners;

internal sealed class ShareCommentConfiguration(CrmModel model) : IEntityTypeConfiguration<ShareComment>
{
    public const string Table = "record_share_comments";

    public void Configure(EntityTypeBuilder<ShareComment> builder)
    {
        builder.Part(model, Table, RecordShareConfiguration.Root);
        builder.Property<RecordShareId>(RecordShareConfiguration.Root).HasConversion<IdConverter<RecordShareId>>();
        builder.HasKey(RecordShareConfiguration.Root, nameof(ShareComment.Number)).HasName(model.Name("pk_record_share_comments"));
        builder.Property(c => c.Number).ValueGeneratedNever();
        builder.Property(c => c.Author).HasMaxLength(200);
        builder.Property(c => c.Body).HasMaxLength(RecordShare.MaxCommentLength);
    }
}
