using Crm.Persistence.Specification.Auditing;

namespace Crm.Persistence.PostgreSql.Tests.Auditing;

public sealed class AuditTrailTests(PostgreSqlFixture fixture) : AuditTrailSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
