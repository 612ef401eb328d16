"""Arguments, by their bits: where a search among 60,000 found the greatest errors, and angles that are famous or next to a change of method."""

ANGLES = """
    4480f0cf064dd592 c480f0cf064dd592 7e37e43c8800759c 7fefffffffffffff 7506ac5b262ca1ff 4056c6cbc45dc8de c046c6cbc45dc8de 40a07362736f5739
    412e847fffffffff 412e848000000001
"""

HARD = {
    "Exp": """
        3fd6d6b36a3a5e60 3fd65486e71db758 3fd75aa4ef5e5f18 3fd8f3d237a60dc0 3fd9a108e9d21b68 c06fa99804cdd2d2 c0822401808ab162
        c0862048f2f3e03c
    """,
    "ExpM1": """
        3fd7ec0117ec8148 bfd7b3f43c6a4601 4060f01b92e52163 bfd75b2d38cfc399 40726edf62e9349d 3fd6f3aaeb255f60 400339f792bb2390
        407f14d21345110c
    """,
    "Tanh": """
        bfe08c1ea4550ea0 bfe18bc831db55c0 3fe250a6d90b08b8 bfe084810ac90858 3fe1091323099cc8 bfd0178d749ef068 bfe07dc87230ce20
        3fda55ea5c827a50
    """,
    "Sigmoid": """
        c032b9b25ab47220 bff2a141a93f9712 bf9785558bcede80 bfa245433d5a25c0 bfa371aedd0a6b80 bfabca4303752600 bfffcb419aa8ca92
        bf913ae014133b80
        c016c0e3cfed81c8 c03041976810832f
    """,
    "Softplus": """
        bfe919faeb4566a8 bfe9da57ba38103c bfe64fb2730a3d6c bfe0d982f211dd58 bfddca2c53becc10 bfe7650bdec98e70 bfea6e551f5aa5c8
        bfe8c8bafda09668
    """,
    "Log": """
        3fe4132e4522030e 3ffa1bf8d7643171 3ff47ca7ce7127da 4005a7f4875484d5 3ff9153242a99feb 3ff686d6c5188b24 3ffa30568c49967e
        4004cc4004a3f2f8
    """,
    "LogP1": """
        3fdd53c8019977d7 3fdcbbd985bb9dd3 3fdb9de78ab162d5 3fddfe61346b167f 3ffb561c82281d69 3fd9b361f7156820 bfd7c5c072e502a1
        3ffb7ac89e41007d
    """,
    "Sin": ANGLES + """
        c00fb78f64cdd400 3fe9dab276f91910 c10801e96f04feb0 4145ba90d35b9c85 c01c5f5e601ce070 401c4e5754bdc3a4 3fea0d67b8029a70
        3fe9e931e1656600
    """,
    "Cos": ANGLES + """
        401622d4a51b0e92 c1d986b3c5ae984e c003395314a41ad8 41a8c5260ba38343 401631cea653a4ec 4015feef0c46a060 4016135aab39f4e6
        3fe8899272203bb0
    """,
    "Exp2": """
        c088bbcfd630b5c2 3ff8105c95779cc4 3fe03af86f977cfc 4087745fad87603c c0038935495c0e1e 3fe16d237c3e3db4 bfdeb199b91a3120
        405c2226d9d9f320
    """,
    "Exp10": """
        3ff11313701efcf8 bffa46e8efffdce9 bffa6ebc2014826a bfff16f036c198d9 406c176823f20c24 c0691e57645585d0 c0314b0dcf6fd8b0
        c001f1414ec96d74
    """,
    "Log2": """
        3ff66dfd2c3b8274 3fe7ec43a746b0b4 3fe6d8b89ea58454 3ff69a5b30ee8a1f 3ff5aa1e89af22c7 3ff59a24c0ba0f8e 3ff66187eb67db20
        3febdb48353561be
    """,
    "Log10": """
        3ff4e33bb0dfa824 3ff2577b4c5ab998 3ff52615b94de8b6 3fefffff6d668648 3ff00000008b3b16 3ff049019cefe452 3ff4c54a101af15e
        3febc62111c0bbd0
    """,
    "Sinh": """
        3fe928fc56327e38 3fe9c963a2157d3b c001dfea1c750ee1 bfeae83ca4f875a4 bfe7034d8e31fccc bfe680a3aaec70e0 4003173f949a0de6
        c001b33683906d0a
    """,
    "Cosh": """
        bffbc7ee9473f1ee c003b2cf5539b2f6 bffc61dcfaa4efd3 3ff188f0c6f081a0 4003a0d884c96ad8 c01d3e61569ffb00 bffca8de72c0b04b
        bffc178551675e5a
    """,
    "Tan": ANGLES + """
        bfe7e4fcaf567fc0 c00f5fde4f541048 c016032545945eee c003023de413ec28 40162d198d605004 3fe8899272203bb0 c00357209077b3dc
        c015fdbca31acbac
    """,
    "Atan": """
        3fe0c85855471d6f 3fe0deb972050f77 3fe13baa33e96420 3fe0b2eea3e753b4 bfe0002a8fd611f0 3fe07336bfe23748 3fe0d93fb64d8d9c
        3fe0457aeb311c10
    """,
    "Asin": """
        bfeafe1535c2f4da bfeb54d25d283f40 bfeb4bcc47b86df8 3feba7ed3b8e0e2a 3feb595a760edc8c 3feb00ed9e58ce8c bfeb1f73e2a7283e
        bfebf2063cee7bb4
    """,
    "Acos": """
        3fe1d5683cf698a4 3fe264fc0b4aefe0 3fe50081d69649d0 3fecb6b73a791e70 3fe21d08bc363c0e 3fe4e88ef35e1a38 3fe2817589727e00
        3fe6d9b783b3ed76
    """,
    "Asinh": """
        bfd0016b4aa55020 bfcf0e7eb6f08a2e 3fcfd010209a8e60 3fcffee182c163a0 3fc0065f0e2a3120 bfbeb0a835ff4fc0 3fd80f8d22c25ba0
        bfd969ed85799ee0
    """,
    "Acosh": """
        3ff00007fa0819bc 3ff0786995f04745 3ff01fd84303604b 3ff001ff658c2ba6 3ff01c9daefbb4fb 3ff01eba2afdcce2 3ff06a39b73c6ea5
        3ff07b5f25d29da8
    """,
    "Atanh": """
        3fe1764f0e4ffe61 bfe15ca86a385c42 3fdd79ff48dca914 bfdcbd91b6990854 bfe14851f3903a3e 3fe15db674f3e98a 3fe197d743c11c72
        bfdc9d1807b45324
    """,
    "Cbrt": """
        bfe6ffac4f884340 00001a441194625c 00217267b6897e11 3fef8ba873066c58 3fe55d3f92dbfea8 384de0ba511f9334 4002fd40e4838eae
        75b939288de9ed79
    """,
    "Erf": """
        3ff0363b469a276c 3ff14e5cdb01b2d0 bff2f63da641143c bfed71b9d66ac136 bff1999b627b2204 bff0228b23a165b0 bff24ca24138fe10
        bfee04dc320aad77
    """,
    "Erfc": """
        3fdf9373ed170074 3fdf32d9b5aaa6d0 400b02e82cad7b22 3fe1e67a9dc86390 3fdf377a1efdae48 3fe051023e0d393c 3fe20bb905fb3a1e
        3fe255356040b45a
        400b02e82cad7b22 400aff1ea1d5d4f8 400bc0b848988142 40314107ac648485 402d4a88900ada5e 4030735498737f25 40095bf63e8e47ef
        40101f1aed49823d 3fdf936f0dfba7d0
        402bbc825573df6c 402e96d713b99416
    """,
    "Tanh'": """
        402f31d916bb95b8 401d1fb420fa61a8 c0038e13e7d466aa c02846492e6fc36f 40039825aba27714 402169e9aebad28e 40039ff3f9e7116c
        4031b4ed24f62866
    """,
    "Sigmoid'": """
        400528749c622228 bffc929070cb5142 400562ac9509e17c 4005426037822d16 3ffe6902399183ec 3ffcd783608aeb10 4016622a84139ae0
        bffe6031712f8ca1
        40054eb76f5a9d70 bffcb45f801968bf
    """,
    "Pow": """
        4025f377f6770d36;c060b0de18612c9f 4014168bc01a6f81;c00628a9fcafc5b4 401aea341dd25d4c;c050c522c0fb0462 4207e53f66d8ad26;403e3e826aaa5a62
        44432a930da792ca;c0208037ba467291 3ff28a2a680c03f6;405117a23e01ce2c 40210e439f406e1d;400b459328249dc0 3bc6e0133c0b5431;c013c3f4e82b9322
    """,
    "Atan2": """
        bff437008b032a8f;4003047fc0f92128 bff19d2f66501ff7;40008db19ad89e64 bff0a42a111385cb;3fff73bef4fd5314 3ff3fa245fa65a60;4003ee890b7a8738
        bff08732db1d9f97;3ffec9b3ee8c4708 bff5510f1754f697;400513b678fb83e2 bfe9722fa3cd9334;3ff7e7ce243e0318 3feeeff9a618258c;3ffdf3acec0a16a0
    """,
    "Hypot": """
        0020db6e402cb65e;80241e8d10fc197c c00182179aa46d2c;c000dc0fe2f82137 c007b3ab13941d4a;400141641f33c4c6 c005d7629b5625d6;c0032ffc90b1322c
        c0041510501b8b62;bff959208ba8bce5 bfe0f491f0530b18;bfe235331d6c8294 c00150bf5ad78c89;c002b0428d893732 3fd375f3638d2a08;3fd2ac17afd6bf60
    """,
}
