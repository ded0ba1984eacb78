using Crm.Persistence.Specification.SelfService;

namespace Crm.Persistence.Sqlite.Tests.SelfService;

public sealed class OwnDataTests(SqliteFixture fixture) : OwnDataSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
