using Crm.Domain.Customers;
using Crm.Domain.Marketing;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Marketing;

internal sealed class SignUpConfiguration(CrmModel model) : IEntityTypeConfiguration<SignUp>
{
    public const string Table = "sign_ups";

    private const int HashLength = 64;

    public void Configure(EntityTypeBuilder<SignUp> builder)
    {
        builder.Aggregate<SignUp, SignUpId>(model, Table);
        builder.Property(s => s.Email).HasMaxLength(EmailAddress.MaxLength);
        builder.Property(s => s.AddressHash).HasMaxLength(HashLength);
        builder.Property(s => s.SenderHash).HasMaxLength(HashLength);
        builder.Property(s => s.TokenHash).HasMaxLength(HashLength);
        builder.Property(s => s.Proof).HasMaxLength(SignUp.MaxProofLength);
        builder.Property(s => s.Reason).HasMaxLength(SignUp.MaxReasonLength);
        builder.LongText(s => s.Answers);
        builder.LongText(s => s.Agreed);
        builder.HasOne<SignUpForm>().WithMany().HasForeignKey(s => s.FormId).OnDelete(DeleteBehavior.Restrict).HasConstraintName(model.Name("fk_sign_ups_forms"));
        builder.HasOne<Customer>().WithMany().HasForeignKey(s => s.CustomerId).OnDelete(DeleteBehavior.Cascade).HasConstraintName(model.Name("fk_sign_ups_customers"));
        builder.PointsAtCustomer(nameof(SignUp.CustomerId));
        builder.CrmIndex(model, "ux_sign_ups_token", true, nameof(SignUp.TokenHash)).HasFilter("\"TokenHash\" is not null");
        builder.CrmIndex(model, "ix_sign_ups_sender", false, nameof(SignUp.SenderHash), nameof(SignUp.SubmittedAt));
        builder.CrmIndex(model, "ix_sign_ups_address", false, nameof(SignUp.AddressHash), nameof(SignUp.AskedAt));
        builder.CrmIndex(model, "ix_sign_ups_form", false, nameof(SignUp.FormId), nameof(SignUp.SubmittedAt), nameof(SignUp.Id));
        builder.CrmIndex(model, "ix_sign_ups_day", false, nameof(SignUp.FormId), nameof(SignUp.Day), nameof(SignUp.Status));

        // Jobs look for what is due of every tenant.
        builder.HasIndex(s => new { s.DueAt, s.Id }).HasDatabaseName(model.Name("ix_sign_ups_due")).HasFilter("\"DueAt\" is not null");
        builder.HasIndex(s => s.CustomerId).HasDatabaseName(model.Name("ix_sign_ups_customer_key"));
        if (model.IsTenanted)
        {
            builder.HasIndex(s => s.FormId).HasDatabaseName(model.Name("ix_sign_ups_form_key"));
        }
    }
}
