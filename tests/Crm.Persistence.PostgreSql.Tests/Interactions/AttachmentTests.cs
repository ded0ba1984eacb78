using Crm.Persistence.Specification.Interactions;

namespace Crm.Persistence.PostgreSql.Tests.Interactions;

public sealed class AttachmentTests(PostgreSqlFixture fixture) : AttachmentSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
