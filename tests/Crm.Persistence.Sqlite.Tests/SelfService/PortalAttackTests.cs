using Crm.Persistence.Specification.SelfService;

namespace Crm.Persistence.Sqlite.Tests.SelfService;

public sealed class PortalAttackTests(SqliteFixture fixture) : PortalAttackSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
