using Crm.Domain.Marketing;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Marketing;

internal sealed class SignUpFormConfiguration(CrmModel model) : IEntityTypeConfiguration<SignUpForm>
{
    public const string Table = "sign_up_forms";

    public void Configure(EntityTypeBuilder<SignUpForm> builder)
    {
        builder.Aggregate<SignUpForm, SignUpFormId>(model, Table);
        builder.Property(f => f.Key).HasMaxLength(SignUpForm.MaxKeyLength);
        builder.Property(f => f.Name).HasMaxLength(SignUpForm.MaxNameLength);
        builder.LongText(f => f.Definition);
        builder.CrmIndex(model, "ux_sign_up_forms_key", true, nameof(SignUpForm.Key));
    }
}
