using Crm.Persistence.Specification.Marketing;

namespace Crm.Persistence.Sqlite.Tests.Marketing;

public sealed class SignUpTests(SqliteFixture fixture) : SignUpSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
