using Crm.Persistence.Specification.Auditing;

namespace Crm.Persistence.Sqlite.Tests.Auditing;

public sealed class AuditTrailTests(SqliteFixture fixture) : AuditTrailSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
