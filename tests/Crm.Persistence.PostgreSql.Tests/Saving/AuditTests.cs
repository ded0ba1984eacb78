using Crm.Persistence.Specification.Saving;

namespace Crm.Persistence.PostgreSql.Tests.Saving;

public sealed class AuditTests(PostgreSqlFixture fixture) : AuditSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
